"""A page inside a notebook's cell."""

from dataclasses import dataclass, field

from markupsafe import escape


@dataclass(frozen=True, slots=True)
class Frame:
    """A page that a notebook shows inline, shut in a frame that can reach nothing of the notebook."""

    html: str = field(repr=False)
    height: int = 640
    """In pixels."""

    def _repr_html_(self) -> str:
        return (
            f'<iframe sandbox="allow-scripts allow-downloads" srcdoc="{escape(self.html)}" width="100%" height="{self.height}"'
            ' title="NewsGraph page" style="border:0"></iframe>'
        )
