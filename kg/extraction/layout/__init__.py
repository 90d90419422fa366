"""How a text is laid out, and the text as a reader's eye takes it.

plain                    the text, equally long, without what is only its print: `wrapped`, `capitals`
frontmatter              what stands around the story; `dateline`, `byline`
"""
