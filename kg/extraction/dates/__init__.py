"""When: dates as exact as the text gives them.

times                    the dates of a text, by date_patterns and calendar_words
tense                    whether their clause tells of what was or is to come
dated                    the words of the dates that statements give
"""
