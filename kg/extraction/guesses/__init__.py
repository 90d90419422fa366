"""What the trained reader guesses of two things, what speaks against it, and how sure every statement is.

pairs                    the guesses, and which earlier mention a mention means
plausible, leading, wordings, contradictions, elsewhere  what speaks against one
manner                   how it is meant
weighing                 how sure a statement is, by weights that `kg.training.calibrate` fits
"""
