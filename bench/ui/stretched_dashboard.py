"""What `streamlit run` is given instead of dashboard.py: the same dashboard, every text of ours 40% longer."""

import runpy
from pathlib import Path

from bench.ui.longer import stretch_all

stretch_all()
runpy.run_path(str(Path(__file__).parent.parent.parent / "dashboard.py"), run_name="__main__")
