"""What else is said of two things.

frames, takes            by verbs, and what may stand at their ends
nouns, descriptions, units, makers  by nouns, descriptions and names
transfers                of players and clubs
lives, lifespans         births, deaths and foundings, in sentences and in brackets
"""
