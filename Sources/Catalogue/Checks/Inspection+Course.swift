import Therapy

extension Inspection {
    /// Numbers of the course: each 0 or more, with its origin.
    mutating func check(_ course: CourseConstants) {
        for (path, value) in course.all {
            check(value, FieldPath(path.split(separator: ".").map { .key(String($0)) }), in: .notNegative)
        }
    }
}
