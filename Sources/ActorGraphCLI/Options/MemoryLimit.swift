import ArgumentParser
import Foundation

/// How much memory a run may take: a number of bytes, or of K, M, G or T (1024 each); none for no limit.
struct MemoryLimit: ExpressibleByArgument {
  let bytes: Int

  init(bytes: Int) { self.bytes = bytes }

  init?(argument: String) {
    if argument == "none" {
      bytes = .max
      return
    }
    var digits = argument[...]
    var factor = 1.0
    if let letter = argument.last?.uppercased(), let power = ["K", "M", "G", "T"].firstIndex(of: letter) {
      digits = digits.dropLast()
      for _ in 0...power { factor *= 1024 }
    }
    guard let number = Double(digits), number > 0, number * factor >= 1, number * factor < 0x1p62 else { return nil }
    bytes = Int(number * factor)
  }

  /// Four fifths of the memory that the machine, or the container that the program runs in, has free.
  static var standard: MemoryLimit {
    let free =
      [available(), limitOfContainer()].compactMap(\.self).min()
      ?? Double(ProcessInfo.processInfo.physicalMemory)
    return MemoryLimit(bytes: Int(0.8 * min(free, 0x1p60)))
  }

  var defaultValueDescription: String { "four fifths of what is free" }

  /// What the kernel says can be taken without swapping.
  private static func available() -> Double? {
    guard let text = try? String(contentsOfFile: "/proc/meminfo", encoding: .utf8) else { return nil }
    let line = text.split(separator: "\n").first { $0.hasPrefix("MemAvailable:") }
    let words = line?.split(separator: " ") ?? []
    return words.count > 1 ? Double(words[1]).map { $0 * 1024 } : nil
  }

  /// What a control group allows and has not given out yet.
  private static func limitOfContainer() -> Double? {
    func number(_ name: String) -> Double? {
      guard let text = try? String(contentsOfFile: "/sys/fs/cgroup/" + name, encoding: .utf8) else { return nil }
      return Double(text.split(separator: "\n").first ?? "")
    }
    guard let most = number("memory.max") else { return nil }
    return max(most - (number("memory.current") ?? 0), 0)
  }
}
