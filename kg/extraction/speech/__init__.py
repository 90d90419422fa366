"""Who says what.

marks, quotes            words in quotation marks
indirect, told           speech in the article's own words
turns, communiques       interviews and headlines; statements printed without marks
attribution              whose claim each statement is
speaking                 who speaks at which event
"""
