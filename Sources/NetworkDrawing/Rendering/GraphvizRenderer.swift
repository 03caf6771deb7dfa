import GraphCore

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
  /// - Throws: What Graphviz said, when it fails; that there is not enough memory.
  public func render(
    _ composition: Composition, as format: PictureFormat, in context: RunContext = RunContext()
  ) throws(DrawingError) -> [UInt8] {
    if format == .json { return Array(PositionWriter(composition).text().utf8) }
    return try render(composition.picture, as: format, in: context)
  }

  /// A picture in a format; the same picture gives the same bytes.
  ///
  /// - Throws: What Graphviz said, when it fails; that there is not enough memory, or that the page is too large; that
  ///   positions are asked of a picture that is not one network's.
  public func render(
    _ picture: Picture, as format: PictureFormat, in context: RunContext = RunContext()
  ) throws(DrawingError) -> [UInt8] {
    let page = picture.page
    guard page.width > 0, page.height > 0, max(page.width, page.height) <= Self.mostExtent else {
      throw .unfit("a page is up to \(Int(Self.mostExtent)) points wide and high, 72 to the inch")
    }
    let writer = DotWriter(picture)
    switch format {
    case .dot: return Array(writer.text(withTooltips: true).utf8)
    case .json: throw .unfit("json holds the positions of one network's picture; choose svg, png, pdf or dot here")
    case .svg: return SVGText(picture).finished(try Graphviz.render(writer.text(), as: "svg"))
    case .png:
      let raster = Raster(page: page, dotsPerInch: dotsPerInch)
      try raster.requireMemory(in: context)
      return try Graphviz.render(writer.text(dotsPerInch: raster.dotsPerInch), as: "png")
    case .pdf: return PDFDate.removed(from: try Graphviz.render(writer.text(), as: "pdf"))
    }
  }

  /// The longest side of a page, in points; it may be larger than what positions span.
  private static let mostExtent = 8 * Drawing.mostExtent
}
