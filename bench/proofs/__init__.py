"""Proofs of the rules for people's safety, reliability and security; each can fail, and shows that it can."""
