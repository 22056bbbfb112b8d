/// Writes what an ensemble's members did into one file, member by member, in whatever order they come.
///
/// Nothing stands under the file's name until ``finish()``: the file grows under a temporary name in the same folder,
/// and replaces an older one only when it is whole. ``discard()``, any error, and letting go of the writer remove it.
/// After an error every call throws the same error.
///
/// A writer does no locking: calls come from one thread at a time, from whichever.
public protocol MemberWriter: AnyObject {
    /// Writes one member.
    ///
    /// - Parameters:
    ///   - member: Its number, from 0; each is written once.
    ///   - values: Its values; they are not needed once the call has returned.
    ///   - failure: Why it stopped early, or nil. What is missing of it is NaN.
    func write(member: Int, values: UnsafeBufferPointer<Double>, failure: String?) throws(TableError)

    /// Completes the file and gives it its name. All members must have been written.
    func finish() throws(TableError)

    /// Gives up; no file is left behind. Does nothing once the file is finished.
    func discard()
}

/// Writes trajectories. Values are rows of quantities, a row a time, in the order of the ``TrajectoryHeader``; the rows
/// that a failed member did not reach are NaN.
public protocol TrajectoryWriter: MemberWriter {}

/// Writes a row a member. Values are in the order of the columns of the ``SummaryHeader``.
public protocol SummaryWriter: MemberWriter {}
