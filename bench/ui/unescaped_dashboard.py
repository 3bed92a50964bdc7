"""What `streamlit run` is given instead of dashboard.py: the same, but what people wrote is read as markup."""

import runpy
from pathlib import Path

from bench.ui.unescaped import unescape

unescape()
runpy.run_path(str(Path(__file__).parent.parent.parent / "dashboard.py"), run_name="__main__")
