import Care

/// A file of `Evidence/labels` as it is written: versions leave out what they inherit.
struct LabelFile: Codable {
    let subject: Label.Subject
    let versions: [Label.Version]
}
