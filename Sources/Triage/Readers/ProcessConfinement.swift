import Foundation

/// What a child process does to itself before it touches anything.
package enum ProcessConfinement {
    /// - Parameters:
    ///   - memory: Bytes of address space; more ends the process.
    ///   - niceness: How far it stands back: the desk and the database go first.
    package static func confine(memory: Int, niceness: Int32) {
        var limit = rlimit(rlim_cur: rlim_t(memory), rlim_max: rlim_t(memory))
        setrlimit(__rlimit_resource_t(RLIMIT_AS.rawValue), &limit)
        // A core dump would hold a citizen's papers.
        var none = rlimit(rlim_cur: 0, rlim_max: 0)
        setrlimit(__rlimit_resource_t(RLIMIT_CORE.rawValue), &none)
        setpriority(__priority_which_t(PRIO_PROCESS.rawValue), 0, niceness)
    }
}
