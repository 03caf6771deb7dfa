import Foundation
import Testing

/// strace, which ends the program, or fails its calls, at a chosen moment.
enum Strace {
  static let isThere: Bool = {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["strace", "-o", "/dev/null", "true"]
    process.standardError = FileHandle.nullDevice
    guard (try? process.run()) != nil else { return false }
    process.waitUntilExit()
    return process.terminationStatus == 0
  }()
}

@Suite("Files of a program that is killed, or whose writing fails", .serialized)
struct KilledWriterTests {
  /// Commands, with the files that each writes.
  private static let writers: [(arguments: [String], files: [String])] = [
    (["rank", "t.yaml", "-o", "r.csv"], ["r.csv"]),
    (["convert", "t.yaml", "n.csv", "--to-actors", "a.csv"], ["n.csv", "a.csv"]),
    (["draw", "t.yaml", "-o", "p.svg", "--positions", "q.json"], ["p.svg"]),
  ]

  private static let old = "an earlier file\n"

  /// What each file holds once it is written, and the positions that the picture's first run writes.
  private static let written = Task {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", network)
    var whole: [String: String] = [:]
    for writer in writers {
      // The second run of a picture has the positions that the first has written.
      for _ in 0..<2 { #expect(try await Program.run(writer.arguments, in: scratch.folder).status == 0) }
      for file in writer.files { whole[file] = try scratch.text(file) }
    }
    return (whole: whole, positions: try scratch.text("q.json"))
  }

  /// A small network: the moments at which a run can be killed are the same as with a large one.
  private static var network: String {
    get throws { try String(contentsOfFile: ExpectedOutput.networks + "strait.yaml", encoding: .utf8) }
  }

  /// A folder with a network and positions, and what each file holds once it is written.
  private func prepared() async throws -> (scratch: Scratch, whole: [String: String]) {
    let written = try await Self.written.value
    let scratch = try Scratch()
    try scratch.write("t.yaml", try Self.network)
    try scratch.write("q.json", written.positions)
    return (scratch, written.whole)
  }

  private func unfinished(_ scratch: Scratch) -> [String] { scratch.names.filter { $0.hasPrefix(".actorgraph") } }

  @Test("Killed 60 times at any moment it leaves no file half-written, and the next run no temporary file")
  func killed() async throws {
    let (scratch, whole) = try await prepared()
    defer { scratch.remove() }
    for round in 0..<60 {
      let writer = Self.writers[round % 3]
      for file in writer.files { try scratch.write(file, Self.old) }
      // Runs take a fifth of a second and more; every moment of them has its turn.
      let moment = 0.006 + 0.006 * Double(round * 7 % 60)
      _ = try await Program.run(writer.arguments, in: scratch.folder, interruptAfter: moment, signal: SIGKILL)
      for file in writer.files {
        let text = try scratch.text(file)
        #expect(text == Self.old || text == whole[file], "\(file) after \(moment) s")
      }
    }
    #expect(try await Program.run(Self.writers[0].arguments, in: scratch.folder, asProcess: true).status == 0)
    #expect(unfinished(scratch).isEmpty)
  }

  // case 11 of the attack on 0.2.0
  @Test(
    "Killed at each call that writes a file it leaves none half-written, and the next run no temporary file",
    .enabled(if: Strace.isThere, "strace is not installed, or may not trace"),
    arguments: ["/^rename", "/^link", "fsync", "/^fchmod$"])
  func killedAtCall(call: String) async throws {
    let (scratch, whole) = try await prepared()
    defer { scratch.remove() }
    for writer in Self.writers {
      for count in 1...4 {
        for file in writer.files { try scratch.write(file, Self.old) }
        _ = try await Program.run(
          writer.arguments, in: scratch.folder,
          shell: "strace -f -o /dev/null -e 'inject=\(call):signal=KILL:when=\(count)' \"$actorgraph\" \"$@\"")
        for file in writer.files {
          let text = try scratch.text(file)
          #expect(text == Self.old || text == whole[file], "\(file) at \(call) \(count)")
        }
      }
    }
    #expect(try await Program.run(Self.writers[0].arguments, in: scratch.folder, asProcess: true).status == 0)
    #expect(unfinished(scratch).isEmpty)
  }

  @Test(
    "Asked to end while it writes it takes its temporary files away itself",
    .enabled(if: Strace.isThere, "strace is not installed, or may not trace"),
    arguments: [("TERM", 143), ("HUP", 129), ("INT", 130)])
  func asked(signal: String, status: Int) async throws {
    let (scratch, whole) = try await prepared()
    defer { scratch.remove() }
    let writer = Self.writers[1]
    for file in writer.files { try scratch.write(file, Self.old) }
    let run = try await Program.run(
      writer.arguments, in: scratch.folder,
      shell: """
        strace -f -o /dev/null -e 'inject=fsync:delay_enter=20000000:when=2' "$actorgraph" "$@" & tracer=$!
        while [ "$(compgen -G '.actorgraph-unfinished-*' | wc -l)" -lt 2 ]; do sleep 0.05; done
        kill -\(signal) $(cat /proc/$tracer/task/$tracer/children); wait $tracer; echo $?
        """)
    #expect(run.output == "\(status)\n", "\(run.errors)")
    #expect(unfinished(scratch).isEmpty)
    for file in writer.files { #expect(try scratch.text(file) == Self.old || scratch.text(file) == whole[file]) }
  }

  @Test(
    "Whatever call fails, it is said, both files are old or both are new, and nothing is left",
    .enabled(if: Strace.isThere, "strace is not installed, or may not trace"),
    arguments: ["/^rename", "/^link", "fsync", "/^fchmod$"], ["EIO", "ENOSPC"])
  func failedCall(call: String, error: String) async throws {
    let (scratch, whole) = try await prepared()
    defer { scratch.remove() }
    let writer = Self.writers[1]
    for count in 1...4 {
      for file in writer.files { try scratch.write(file, Self.old) }
      let run = try await Program.run(
        writer.arguments, in: scratch.folder,
        shell: "strace -f -o /dev/null -e 'inject=\(call):error=\(error):when=\(count)' \"$actorgraph\" \"$@\"")
      let texts = try writer.files.map { try scratch.text($0) }
      let isNew = texts == writer.files.map { whole[$0] ?? "" }
      #expect(isNew || texts == writer.files.map { _ in Self.old }, "\(call) \(count)")
      #expect(unfinished(scratch).isEmpty, "\(call) \(count)")
      if run.status == 0 {
        // It was never called so often.
        #expect(isNew)
      } else {
        #expect([73, 74].contains(run.status) && !run.errors.isEmpty, "\(call) \(count): \(run.errors)")
      }
    }
  }

  @Test(
    "A folder that cannot be flushed is an error, and says that the file is in its place",
    .enabled(if: Strace.isThere, "strace is not installed, or may not trace"))
  func folder() async throws {
    let (scratch, whole) = try await prepared()
    defer { scratch.remove() }
    try scratch.write("r.csv", Self.old)
    let run = try await Program.run(
      Self.writers[0].arguments, in: scratch.folder,
      shell: "strace -f -o /dev/null -e 'inject=fsync:error=EIO:when=2' \"$actorgraph\" \"$@\"")
    #expect(run.status == 74 && run.errors.contains("r.csv is in its place, but"), "\(run.errors)")
    #expect(try scratch.text("r.csv") == whole["r.csv"])
  }

  @Test("A series that fails says which of its files were written")
  func series() async throws {
    let scratch = try Scratch()
    defer { scratch.remove() }
    try scratch.write("t.yaml", NetworkText.sound)
    try FileManager.default.createDirectory(
      atPath: scratch.folder + "/n-2027-01-01.svg", withIntermediateDirectories: true)
    let run = try await Program.run(
      "draw t.yaml --dates 2025,2026,2027,2028 -o n-{date}.svg --positions p.json", in: scratch.folder)
    #expect(run.status == 73, "\(run.errors)")
    #expect(
      run.errors.contains("2 of 5 files were written before it and stay: n-2025-01-01.svg, n-2026-01-01.svg"),
      "\(run.errors)")
    #expect(scratch.names == ["n-2025-01-01.svg", "n-2026-01-01.svg", "n-2027-01-01.svg", "t.yaml"])
  }
}
