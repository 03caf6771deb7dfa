import CZlib

/// Reads and writes gzip.
///
/// What is read is bounded by ``limits``. A file that is cut off, damaged or followed by junk is refused.
///
/// - Source: P. Deutsch, GZIP file format specification version 4.3, RFC 1952 (1996).
public struct Gzip: Sendable {
  /// How large the file may become.
  public var limits = UnpackingLimits()

  /// The usual limits.
  public init() {}

  /// Whether bytes begin as gzip does.
  public static func recognises(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x1F, 0x8B]) }

  /// The bytes that were compressed, of all members of the file in order.
  ///
  /// - Throws: That the file is damaged, cut off or grows too large; no more than the limit was unpacked by then.
  public func decompress(_ bytes: [UInt8]) throws(GzipFailure) -> [UInt8] {
    var stream = z_stream()
    guard inflateInit2_(&stream, 15 + 16, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size)) == Z_OK else {
      throw .noMemory
    }
    defer { inflateEnd(&stream) }
    let limit = limits.bytes(outOf: bytes.count)
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var consumed = 0
    while true {
      let step = Self.inflateStep(&stream, bytes[consumed...], into: &chunk)
      consumed += step.read
      guard result.count + step.written <= limit else {
        throw .tooLarge(reason: limits.reason(outOf: bytes.count))
      }
      result.append(contentsOf: chunk[..<step.written])
      switch step.status {
      case Z_STREAM_END:
        let rest = bytes[consumed...]
        if rest.allSatisfy({ $0 == 0 }) { return result }
        guard rest.starts(with: [0x1F, 0x8B]) else { throw .junk(offset: consumed) }
        inflateReset(&stream)
      case Z_OK where step.read > 0 || step.written > 0: continue
      case Z_OK, Z_BUF_ERROR: throw .truncated
      case Z_MEM_ERROR: throw .noMemory
      default: throw .damaged(offset: consumed, reason: stream.msg.map { String(cString: $0) } ?? "")
      }
    }
  }

  /// The bytes as gzip; the same bytes give the same file.
  public func compress(_ bytes: [UInt8]) throws(GzipFailure) -> [UInt8] {
    var stream = z_stream()
    let ready = deflateInit2_(
      &stream, 6, Z_DEFLATED, 15 + 16, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    guard ready == Z_OK else { throw .noMemory }
    defer { deflateEnd(&stream) }
    var result: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 1 << 17)
    var consumed = 0
    while true {
      let part = bytes[consumed..<min(bytes.count, consumed + 1 << 26)]
      let isLast = part.endIndex == bytes.count
      let step = Self.run(&stream, part, into: &chunk) { deflate($0, isLast ? Z_FINISH : Z_NO_FLUSH) }
      consumed += step.read
      result.append(contentsOf: chunk[..<step.written])
      if step.status == Z_STREAM_END { return result }
      guard step.status == Z_OK || step.status == Z_BUF_ERROR else { throw .noMemory }
    }
  }

  private struct Step {
    let read: Int
    let written: Int
    let status: Int32
  }

  private static func inflateStep(
    _ stream: inout z_stream, _ input: ArraySlice<UInt8>, into output: inout [UInt8]
  ) -> Step {
    run(&stream, input.prefix(1 << 26), into: &output) { inflate($0, Z_NO_FLUSH) }
  }

  /// Lets zlib work on a piece of input until it or the room for output is used up.
  private static func run(
    _ stream: inout z_stream, _ input: ArraySlice<UInt8>, into output: inout [UInt8],
    _ work: (UnsafeMutablePointer<z_stream>) -> Int32
  ) -> Step {
    input.withUnsafeBufferPointer { source in
      output.withUnsafeMutableBufferPointer { target in
        // zlib reads through this pointer and never writes; its C declaration does not say so.
        stream.next_in = UnsafeMutablePointer(mutating: source.baseAddress)
        stream.avail_in = UInt32(source.count)
        stream.next_out = target.baseAddress
        stream.avail_out = UInt32(target.count)
        let status = work(&stream)
        return Step(
          read: source.count - Int(stream.avail_in), written: target.count - Int(stream.avail_out), status: status)
      }
    }
  }
}

/// Why a compressed file cannot be read.
public enum GzipFailure: Error, Hashable, Sendable, CustomStringConvertible {
  /// It ends before its end.
  case truncated
  /// Its bytes are not what was compressed.
  case damaged(offset: Int, reason: String)
  /// Something follows its end.
  case junk(offset: Int)
  /// It unpacks to more than the limit.
  case tooLarge(reason: String)
  /// There is no memory for it.
  case noMemory

  /// What is wrong.
  public var description: String {
    switch self {
    case .truncated: "the compressed file is cut off"
    case .damaged(let offset, let reason):
      "the compressed file is damaged near byte \(offset)\(reason.isEmpty ? "" : ": \(reason)")"
    case .junk(let offset): "junk after the end of the compressed file, at byte \(offset)"
    case .tooLarge(let reason): reason
    case .noMemory: "there is no memory to unpack the file"
    }
  }
}
