"""What staff do, called by the command line and the dashboard alike."""

from .importing import Imported, ImportPlan, import_archives

__all__ = ["ImportPlan", "Imported", "import_archives"]
