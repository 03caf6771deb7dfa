import GraphCore

/// The pixels of a page, and the memory they take.
struct Raster {
  /// How many pixels there are to the inch.
  let dotsPerInch: Int
  let width: Int
  let height: Int

  /// No side has more pixels than image libraries hold.
  private static let longestSide = 16_000.0
  /// What a pixel takes: four bytes in the drawing library's picture, and one in the packed file, which grows piece by
  /// piece. A page of 2,000 actors took 4.6.
  private static let bytesPerPixel = 5.0
  /// What letters and the packing take beside it.
  private static let overhead = 24.0 * 1024 * 1024

  /// The pixels of a page, fewer to the inch than wanted where it is large.
  init(page: Box, dotsPerInch wanted: Int) {
    let longest = max(page.width, page.height) / 72
    let fitting = Int(Self.longestSide / max(longest, 1))
    dotsPerInch = max(1, min(wanted, fitting))
    width = Int((page.width / 72 * Double(dotsPerInch)).rounded(.up))
    height = Int((page.height / 72 * Double(dotsPerInch)).rounded(.up))
  }

  /// How much memory rendering takes.
  var bytes: Double { Double(width) * Double(height) * Self.bytesPerPixel + Self.overhead }

  /// Refuses a raster that would not fit: the drawing library does not look whether it got its memory, and ends the
  /// process where it did not.
  func requireMemory(in context: RunContext) throws(DrawingError) {
    let what = "a png of \(width) × \(height) pixels"
    do {
      try context.requireMemory(bytes, for: what)
    } catch {
      throw .memory("\(error); choose svg or pdf, which take less")
    }
    guard MemoryProbe.canTake(bytes) else {
      throw .memory(
        "\(what) would need \(MemoryEstimate.text(ofBytes: bytes)) of memory, which the system does not give; "
          + "choose svg or pdf, which take less")
    }
  }
}
