"""What else is said of two things.

frames, takes            by verbs, and what may stand at their ends
nouns, descriptions, units  by nouns, descriptions and names
lives, lifespans         births, deaths and foundings, in sentences and in brackets
"""
