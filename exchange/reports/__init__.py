"""The official report: one model of figures and text, drawn as a Word file, a PDF, a spreadsheet, JSON and CSV."""
