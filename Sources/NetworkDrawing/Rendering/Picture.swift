/// A picture ready to be rendered: areas, lines, shapes and texts, each at its place on a page.
public struct Picture: Hashable, Sendable {
  /// Its title.
  public let title: String
  /// What it shows, in one text.
  public let summary: String
  /// The page.
  public let page: Box

  let marks: Marks
  let idPrefix: String
  /// Rules for an SVG that moves; other formats show the picture at rest.
  var styleSheet: String?

  init(title: String, summary: String, page: Box, marks: Marks, idPrefix: String) {
    self.title = title
    self.summary = summary
    self.page = page
    self.marks = marks
    self.idPrefix = idPrefix
  }

  /// The texts in it, as they are shown.
  package var texts: [String] { marks.texts.map(\.text) + marks.shapes.flatMap(\.lines) }
}
