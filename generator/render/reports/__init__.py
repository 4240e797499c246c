"""Findings to text for people and for machines: each reporter is a function value -> text."""
