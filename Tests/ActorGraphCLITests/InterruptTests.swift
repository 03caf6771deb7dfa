import Foundation
import Testing

@Suite("Signals that end the program", .serialized)
struct InterruptTests {
  /// A run of minutes, so that whatever ends it sooner was a signal.
  private static let endless = ["rank", "large.json", "--explain", "a1", "-o", "out.json"]

  private func scratch() throws -> Scratch {
    let scratch = try Scratch()
    try scratch.write("large.json", NetworkText.large(actors: 500, relations: 1900))
    return scratch
  }

  // case 06 of the attack on 0.2.0: 5 of 239 interrupts were lost
  @Test("An interrupt is never lost, however soon it comes")
  func early() async throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    for step in 0..<40 {
      let run = try await Program.run(
        Self.endless, in: scratch.folder, interruptAfter: 0.002 + 0.003 * Double(step))
      // Before the first of the program's own lines the system ends it, by the signal's number.
      #expect([130, SIGINT].contains(run.status), "after \(step) steps")
    }
    #expect(scratch.names == ["large.json"])
  }

  @Test("What a shell runs in the background, deaf to interrupts, hears them")
  func background() async throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try await Program.run(
      Self.endless, in: scratch.folder, shell: "\"$actorgraph\" \"$@\" & sleep 1; kill -INT $!; wait $!; echo $?")
    #expect(run.output == "130\n", "\(run.errors)")
  }

  @Test("A request to end and a lost terminal end it as the signal would, unless nohup has made it deaf")
  func otherSignals() async throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    for (name, status) in [("TERM", 143), ("HUP", 129)] {
      let run = try await Program.run(
        Self.endless, in: scratch.folder, shell: "\"$actorgraph\" \"$@\" & sleep 1; kill -\(name) $!; wait $!; echo $?")
      #expect(run.output == "\(status)\n", "\(name): \(run.errors)")
      #expect(scratch.names == ["large.json"])
    }
    let deaf = try await Program.run(
      Self.endless, in: scratch.folder,
      shell: """
        trap '' HUP; "$actorgraph" "$@" & sleep 1; kill -HUP $!; sleep 1; kill -TERM $!; wait $!; echo $?
        """)
    #expect(deaf.output == "143\n", "\(deaf.errors)")
  }

  @Test("A reader who stopped reading the messages does not keep it")
  func stuckReader() async throws {
    let scratch = try scratch()
    defer { scratch.remove() }
    let run = try await Program.run(
      Self.endless, in: scratch.folder,
      shell: """
        mkfifo pipe; sleep 30 < pipe & exec 3> pipe
        head -c 65536 /dev/zero >&3
        "$actorgraph" "$@" 2>&3 & sleep 1; kill -INT $!; wait $!; echo $?; kill %1
        """)
    #expect(run.output == "130\n", "\(run.errors)")
  }
}
