import Glibc

/// What the system's error numbers mean to the one who asked for a file, and what can be done.
enum SystemError {
    /// The system's words for an error number.
    static func text(_ code: Int32) -> String { String(cString: strerror(code)) }

    /// An error of reading a file.
    static func reading(_ path: String, _ code: Int32) -> TableError {
        let remedy =
            switch code {
            case ENOENT, ENOTDIR: "Check the path."
            case EACCES, EPERM: "Ask for permission to read it, or copy it to where you may."
            case EISDIR: "Name a file, not a folder."
            default: "Check that the file is in order and that its disk can be reached."
            }
        return TableError(
            .unreadable, file: path, found: "a file that cannot be read (\(text(code)))", expected: "a readable file",
            remedy: remedy)
    }

    /// An error of making or writing a file. Nothing of it is left behind.
    static func writing(_ path: String, _ code: Int32) -> TableError {
        let remedy =
            switch code {
            case ENOSPC, EDQUOT: "Free some space, or write to another disk."
            case EFBIG:
                "Write to a place where larger files are allowed (see ulimit -f), or save fewer times or quantities."
            case EACCES, EPERM, EROFS: "Write to a folder in which you may make files."
            case ENOENT, ENOTDIR: "Make its folder first, or check the path."
            case EISDIR: "Name a file, not a folder."
            case ENAMETOOLONG: "Choose a shorter name."
            case EMFILE, ENFILE: "Close other files, or allow more of them (see ulimit -n)."
            default: "Check that its disk is in order and can be reached, or write elsewhere."
            }
        return TableError(
            .unwritable, file: path, found: "a file that cannot be written (\(text(code)))", remedy: remedy)
    }
}
