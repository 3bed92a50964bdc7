"""Words by which terms are recognised: names, places, days and plain words, in the languages campaigns use."""
