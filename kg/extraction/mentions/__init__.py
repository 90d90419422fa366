"""Which words name or describe something, what kind of thing it is, and which of them mean the same thing.

spotting, party_tags     found by rules where the trained reader finds none
bounds, telling          where they begin and end, and which words can be one
naming, mistaken, nations, forms  one class a name; who is none; which country its words tell; two ways of writing one name
appellations, agreement, chains  which of them are one thing
"""
