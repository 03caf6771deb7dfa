import ActorModel
import Foundation
import NetworkFormats

/// Times the reading of a network file of any format into a network with names.
///
/// The clock runs from opening the file, which is in the page cache, to the checked network.
struct FileReading {
  let path: String

  /// Prints seconds, the best of five readings, and the most memory that the first of them took.
  ///
  /// - Throws: That the file cannot be read.
  func run() throws {
    let before = Timing.residentMemory()
    let (network, bytes) = try read()
    let peak = Timing.peakMemory() - before
    // What a second network adds is its own: what reading needs besides was left free by the first.
    let after = Timing.residentMemory()
    let another = try read().network
    let own = Timing.residentMemory() - after
    guard another.relations.count == network.relations.count else {
      throw WrongAnswer(description: "\(path): two readings differ")
    }
    let seconds = try Timing.best(of: 5) { _ = try read() }
    let name = URL(fileURLWithPath: path).lastPathComponent
    print("actorgraph\tread \(name)\t\(Figures.text(seconds, places: 4))")
    print(
      "\(network.actors.count) actors, \(network.relations.count) relations from \(Self.megabytes(bytes)) MB; "
        + "the network is \(Self.megabytes(own)) MB, reading took at most \(Self.megabytes(peak)) MB, "
        + "\(Figures.text(peak / max(own, 1), places: 2)) times that")
  }

  private func read() throws -> (network: ActorNetwork, bytes: Double) {
    let file = InputFile(name: path, bytes: try Self.bytes(of: path))
    do {
      return (try FormatRegistry().read(file).network, Double(file.bytes.count))
    } catch {
      throw WrongAnswer(description: error.list.map(\.description).joined(separator: "\n"))
    }
  }

  /// The bytes of a file, read into one piece of memory as the program reads them.
  private static func bytes(of path: String) throws -> [UInt8] {
    guard let stream = fopen(path, "r") else { throw WrongAnswer(description: "\(path) cannot be opened") }
    defer { fclose(stream) }
    fseek(stream, 0, SEEK_END)
    let size = ftell(stream)
    rewind(stream)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = fread(buffer.baseAddress, 1, size, stream)
    }
  }

  private static func megabytes(_ bytes: Double) -> String { Figures.text(bytes / 1e6, places: 1) }
}
