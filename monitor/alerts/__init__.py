"""What is worth telling: the state rules, and the words for what they found."""
