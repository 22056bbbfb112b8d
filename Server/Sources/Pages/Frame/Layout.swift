/// The frame around the pages.
enum Layout {
    /// The sentence that stands in every footer.
    static let disclaimer = "Research and education software, not a medical device."

    /// Renders a page's template within the frame.
    static func page(
        _ template: String, _ fields: Fields, in frame: PageFrame, wide: Bool = false, scripts: [String] = []
    ) throws -> String {
        try Templates.render(template, try frameFields(frame, wide: wide, scripts: scripts).with(fields))
    }

    private static func frameFields(_ frame: PageFrame, wide: Bool, scripts: [String]) throws -> Fields {
        let current = frame.sections.first { $0.contains(frame.path) }
        return [
            "pageTitle": frame.title, "csrf": frame.csrf, "wide": wide, "realm": frame.realm.rawValue,
            "stylesheet": try Assets.style.path, "module": try Assets.module.path,
            "icon": try Assets.icon.path,
            // Plotly adds its rules to the sheet of this name; without one it makes an inline sheet, which the policy forbids.
            "styleId": scripts.contains(Assets.plotly) ? "plotly.js-style-global" : nil,
            "pageScripts": scripts.map { ["src": $0] as Fields },
            "banner": frame.realm.banner.map { ["word": $0.word, "text": $0.text] as Fields },
            "user": frame.user.map { ["name": $0.name, "role": $0.role] as Fields },
            "menu": frame.user == nil
                ? []
                : frame.sections.map { section in
                    ["href": section.path, "title": section.title, "isCurrent": section == current] as Fields
                },
            "notices": frame.notices.map { notice in
                [
                    "kind": notice.kind.rawValue, "word": notice.word, "text": notice.text,
                    "role": notice.kind == .failed ? "alert" : "status",
                ] as Fields
            },
            "disclaimer": disclaimer,
        ]
    }
}
