"""From plain dataclasses to text and bytes: charts, the doctor's PDF, spreadsheets."""
