import Foundation

/// How long pieces of work take, and how much memory the process held.
enum Timing {
  /// The least of several runs, in seconds; work that takes long is run once.
  static func best(of runs: Int, _ work: () throws -> Void) rethrows -> Double {
    var best = Double.infinity
    for _ in 0..<runs {
      best = min(best, try seconds(work))
      if best > 15 { break }
    }
    return best
  }

  /// How long one run takes, in seconds.
  static func seconds(_ work: () throws -> Void) rethrows -> Double {
    let elapsed = try ContinuousClock().measure(work)
    return Double(elapsed.components.seconds) + Double(elapsed.components.attoseconds) * 1e-18
  }

  /// The memory that the process holds, in bytes; 0 where the system does not tell.
  static func residentMemory() -> Double {
    let fields = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    guard let fields, fields.count > 1, let pages = Double(fields[1]) else { return 0 }
    return pages * Double(sysconf(Int32(_SC_PAGESIZE)))
  }

  /// The most memory that the process ever held, in bytes.
  static func peakMemory() -> Double {
    var usage = rusage()
    #if canImport(Darwin)
      getrusage(RUSAGE_SELF, &usage)
      return Double(usage.ru_maxrss)
    #else
      getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      return Double(usage.ru_maxrss) * 1024
    #endif
  }
}

/// Numbers as the benchmark prints them.
enum Figures {
  /// A number with so many places.
  static func text(_ value: Double, places: Int) -> String { String(format: "%.\(places)f", value) }

  /// A number with three significant digits.
  static func short(_ value: Double) -> String { String(format: "%.3g", value) }
}
