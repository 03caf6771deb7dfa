/// What a picture can be written as.
public enum PictureFormat: String, CaseIterable, Sendable {
  /// Vector graphics for screens, with tooltips.
  case svg
  /// Pixels, 200 to the inch.
  case png
  /// For print.
  case pdf
  /// The composed graph in Graphviz' language, for `neato -n2`: what is rendered for all the others.
  case dot
  /// Positions and sizes by actor id; can be read as ``Positions``.
  case json
}

/// Renders compositions by Graphviz' library, in memory.
public struct GraphvizRenderer: Sendable {
  /// Pixels to the inch of a `png`.
  public var dotsPerInch = 200

  /// A renderer.
  public init() {}

  /// A composition in a format; the same composition gives the same bytes.
  ///
  /// - Throws: What Graphviz said, when it fails.
  public func render(_ composition: Composition, as format: PictureFormat) throws(DrawingError) -> [UInt8] {
    if format == .json { return Array(PositionWriter(composition).text().utf8) }
    return try render(composition.picture, as: format)
  }

  /// A picture in a format; the same picture gives the same bytes.
  ///
  /// - Throws: What Graphviz said, when it fails; that positions are asked of a picture that is not one network's.
  public func render(_ picture: Picture, as format: PictureFormat) throws(DrawingError) -> [UInt8] {
    let writer = DotWriter(picture)
    switch format {
    case .dot: return Array(writer.text(withTooltips: true).utf8)
    case .json: throw .unfit("json holds the positions of one network's picture; choose svg, png, pdf or dot here")
    case .svg: return SVGText(picture).finished(try Graphviz.render(writer.text(), as: "svg"))
    case .png: return try Graphviz.render(writer.text(dotsPerInch: resolution(for: picture.page)), as: "png")
    case .pdf: return Self.undated(try Graphviz.render(writer.text(), as: "pdf"))
    }
  }

  /// No side of more pixels than image libraries hold.
  private func resolution(for page: Box) -> Int {
    let longest = max(page.width, page.height) / 72
    return max(36, min(dotsPerInch, Int(16_000 / max(1, longest))))
  }

  /// A document whose date of creation is always the same.
  private static func undated(_ bytes: [UInt8]) -> [UInt8] {
    var bytes = bytes
    let key = Array("/CreationDate (D:".utf8)
    let date = Array("20000101000000".utf8)
    guard bytes.count > key.count + date.count else { return bytes }
    for start in stride(from: bytes.count - key.count - date.count, through: 0, by: -1)
    where bytes[start] == key[0] && bytes[start..<start + key.count].elementsEqual(key) {
      bytes.replaceSubrange(start + key.count..<start + key.count + date.count, with: date)
      break
    }
    return bytes
  }
}
