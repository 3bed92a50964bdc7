"""Sites on which an address leads to the page of an account."""

# The account is the first part of the path.
FIRST = """
t.me telegram.me telegram.dog instagram.com facebook.com fb.com fb.me vk.com vkontakte.ru ok.ru twitter.com x.com
tiktok.com threads.net threads.com snapchat.com youtube.com github.com medium.com patreon.com twitch.tv
pinterest.com onlyfans.com paypal.me wa.me linktr.ee ask.fm tumblr.com soundcloud.com weibo.com buymeacoffee.com
cash.app venmo.com clubhouse.com truthsocial.com gettr.com gab.com boosty.to keybase.io about.me behance.net
deviantart.com flickr.com last.fm letterboxd.com goodreads.com strava.com
"""

# The account follows one of these words.
AFTER_A_WORD = """
bsky.app:profile linkedin.com:in|pub reddit.com:user|u ok.ru:profile snapchat.com:add youtube.com:user|c|channel
facebook.com:people|profile.php|public t.me:s xing.com:profile flickr.com:people|photos
steamcommunity.com:id|profiles quora.com:profile weibo.com:u|n imdb.com:name researchgate.net:profile
badoo.com:profile odnoklassniki.ru:profile goodreads.com:user
"""

# Parts of a path that are no account.
NO_PERSON = """
groups group events event hashtag search explore watch pages page p reel reels stories story i intent share sharer
results playlist shorts live about help privacy policy terms login home settings tag tags discover topics r joinchat
addstickers addemoji proxy wall feed jobs company school marketplace gaming ads business legal policies safety
developers dialog plugins public trending music foryou orgs sponsors notifications
"""
