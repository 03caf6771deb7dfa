extension String {
  /// The text as a message shows it: its first 40 characters, which may be those of a whole file.
  package var clipped: String { clipped(to: 40) }

  /// The first characters of the text, with control characters escaped.
  package func clipped(to length: Int) -> String {
    let shown = escapingControls
    guard shown.utf8.count > length, shown.unicodeScalars.count > length else { return shown }
    return String(String.UnicodeScalarView(shown.unicodeScalars.prefix(length))) + "…"
  }
}
