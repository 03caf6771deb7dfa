import ActorGraph
import Foundation

/// Ctrl-C, a request to end, and a terminal that went away: the program ends at once, whatever it does, and leaves no file
/// half-written.
///
/// The signals are blocked before anything else happens and wait for a thread that does nothing but take them, so that
/// none is lost, and what it does may be more than a signal handler may.
enum Interrupt {
  /// Blocks the signals and starts the thread; called first of all, while there is one thread.
  static func watch() {
    // A reader that goes away ends the program quietly, whatever the parent thought of that.
    signal(SIGPIPE, SIG_DFL)
    let watched = UnsafeMutablePointer<sigset_t>.allocate(capacity: 1)
    watched.initialize(to: set(of: [SIGINT, SIGTERM, SIGHUP]))
    pthread_sigmask(SIG_BLOCK, watched, nil)
    // Shells start what runs in the background deaf to interrupts; what nohup and the like have made deaf stays so.
    signal(SIGINT, SIG_DFL)
    let deaf = [SIGTERM, SIGHUP].filter(isIgnored)
    for number in deaf { sigdelset(watched, number) }
    if startThread(watched) {
      var rest = set(of: deaf)
      pthread_sigmask(SIG_UNBLOCK, &rest, nil)
    } else {
      // Without room for a thread a signal ends the program by itself; the next run takes temporary files away.
      var all = set(of: [SIGINT, SIGTERM, SIGHUP])
      pthread_sigmask(SIG_UNBLOCK, &all, nil)
      watched.deallocate()
    }
  }

  /// Ends the program as interrupted: says so, and is gone.
  static func end() -> Never {
    AtomicFile.endWriting {
      Terminal.warnUnlessStuck("actorgraph: interrupted")
      // Not exit, which gives all memory back piece by piece first.
      _exit(CommandFailure.interrupted.exitCode)
    }
  }

  private static func isIgnored(_ number: Int32) -> Bool {
    let before = signal(number, SIG_DFL)
    let isIgnored = unsafeBitCast(before, to: Int.self) == unsafeBitCast(SIG_IGN, to: Int.self)
    if isIgnored { signal(number, SIG_IGN) }
    return isIgnored
  }

  private static func set(of numbers: [Int32]) -> sigset_t {
    var signals = sigset_t()
    sigemptyset(&signals)
    for number in numbers { sigaddset(&signals, number) }
    return signals
  }

  /// Starts the thread, which keeps the set.
  private static func startThread(_ watched: UnsafeMutablePointer<sigset_t>) -> Bool {
    var attributes = pthread_attr_t()
    guard pthread_attr_init(&attributes) == 0 else { return false }
    defer { pthread_attr_destroy(&attributes) }
    // Little is done on it, and there may be little memory.
    pthread_attr_setstacksize(&attributes, 256 << 10)
    pthread_attr_setdetachstate(&attributes, Int32(PTHREAD_CREATE_DETACHED))
    #if canImport(Glibc)
      var thread = pthread_t()
    #else
      var thread: pthread_t?
    #endif
    return pthread_create(&thread, &attributes, { Interrupt.take($0) }, watched) == 0
  }

  /// Waits for one of the signals and ends the program as it asks.
  private static func take(_ watched: UnsafeMutableRawPointer?) -> Never {
    guard let signals = watched?.assumingMemoryBound(to: sigset_t.self) else { preconditionFailure("a set of signals") }
    var number: Int32 = 0
    while sigwait(signals, &number) != 0 {}
    if number == SIGINT { end() }
    AtomicFile.endWriting {
      Terminal.warnUnlessStuck(nil)
      // As the signal itself would have ended it, so that the parent sees what happened.
      signal(number, SIG_DFL)
      pthread_sigmask(SIG_UNBLOCK, signals, nil)
      kill(getpid(), number)
      _exit(128 + number)
    }
  }
}
