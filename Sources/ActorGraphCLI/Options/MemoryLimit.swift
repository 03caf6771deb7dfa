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

  /// Four fifths of the memory that the machine, the container that the program runs in, or its own limit has free.
  static var standard: MemoryLimit {
    let free =
      [available(), limitOfContainer(), limitOfProgram()].compactMap(\.self).min()
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

  /// What is left of the address space that the program may have (`ulimit -v`).
  private static func limitOfProgram() -> Double? {
    guard let limit = MemoryExhaustion.limit,
      let text = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8),
      let pages = text.split(separator: " ").first.flatMap({ Double($0) })
    else { return nil }
    return max(Double(limit) - pages * Double(sysconf(Int32(_SC_PAGESIZE))), 1)
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
