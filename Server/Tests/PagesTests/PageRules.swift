import Foundation
import Testing

@testable import Pages

@Suite("What holds on every page")
struct PageRules {
    @Test("No page has inline style, inline script or a handler: the content policy forbids them all")
    func noInline() throws {
        for (name, html) in try Sample.pages() {
            let markup = Markup(html)
            #expect(markup.all("style").isEmpty, "\(name)")
            #expect(markup.values("style").isEmpty, "\(name)")
            let handlers = markup.tags.flatMap(\.attributes).filter { $0.name.hasPrefix("on") }
            #expect(handlers.isEmpty, "\(name)")
            for script in markup.all("script") {
                #expect(script["src"] != nil || script["type"] == "application/json", "\(name)")
            }
            #expect(!html.lowercased().contains("javascript:"), "\(name)")
        }
    }

    @Test("Every form that changes something sends the token back; a form that only looks sends none in its address")
    func csrf() throws {
        for (name, html) in try Sample.pages() {
            for (form, tags) in Markup(html).forms {
                let token = tags.first { $0.name == "input" && $0["name"] == "csrf" }
                switch form["method"] {
                case "post": #expect(token?["value"] == "token-1", "\(name): \(form["action"] ?? "")")
                case "get": #expect(token == nil, "\(name)")
                default: Issue.record("\(name): a form without a method")
                }
            }
        }
    }

    @Test("Every field has a label, and what describes it is there")
    func labels() throws {
        for (name, html) in try Sample.pages() {
            let markup = Markup(html)
            let labelled = Set(markup.all("label").compactMap { $0["for"] })
            let ids = Set(markup.values("id"))
            let fields = markup.tags.filter { !$0.isClosing && ["input", "select", "textarea"].contains($0.name) }
            for tag in fields where tag["type"] != "hidden" {
                #expect(labelled.contains(tag["id"] ?? ""), "\(name): \(tag["name"] ?? "")")
                for part in (tag["aria-describedby"] ?? "").split(separator: " ") {
                    #expect(ids.contains(String(part)), "\(name): \(part)")
                }
            }
            for attribute in ["aria-labelledby"] {
                for value in markup.values(attribute) {
                    #expect(value.split(separator: " ").allSatisfy { ids.contains(String($0)) }, "\(name): \(value)")
                }
            }
        }
    }

    @Test("Identifiers are unique in a page and hold no blank")
    func identifiers() throws {
        for (name, html) in try Sample.pages() {
            let ids = Markup(html).values("id")
            let twice = Dictionary(grouping: ids) { $0 }.filter { $0.value.count > 1 }.keys
            #expect(twice.isEmpty, "\(name)")
            #expect(!ids.contains { $0.isEmpty || $0.contains(" ") }, "\(name)")
        }
    }

    @Test("Headings begin with one of the first rank and skip no rank on the way down")
    func headings() throws {
        for (name, html) in try Sample.pages() {
            let ranks = Markup(html).tags.filter { !$0.isClosing }.compactMap { tag in
                tag.name.count == 2 && tag.name.hasPrefix("h") ? Int(tag.name.dropFirst()) : nil
            }
            #expect(ranks.first == 1, "\(name)")
            #expect(ranks.count { $0 == 1 } == 1, "\(name)")
            for (above, below) in zip(ranks, ranks.dropFirst()) { #expect(below <= above + 1, "\(name): \(ranks)") }
        }
    }

    @Test("At most one field a page has the focus, landmarks and skip link are there, and the disclaimer stands once")
    func frame() throws {
        for (name, html) in try Sample.pages() {
            let markup = Markup(html)
            #expect(markup.tags.count { $0["autofocus"] != nil } <= 1, "\(name)")
            #expect(markup.all("main").count == 1, "\(name)")
            #expect(markup.all("a").contains { $0["href"] == "#main" && $0["class"] == "skip" }, "\(name)")
            #expect(html.components(separatedBy: Layout.disclaimer).count == 2, "\(name)")
            #expect(!html.contains("{{") && !html.contains("Optional("), "\(name)")
        }
    }

    @Test("The banner stands on every page of training and simulation, and on none of patients")
    func banner() throws {
        for realm in PageRealm.allCases {
            let view = Sample.view(Sample.referred())
            let pages = [
                try ChartPageView(view).html(in: Sample.frame(realm: realm)),
                try BoardPage([], at: Sample.start).html(in: Sample.frame(realm: realm)),
                try ErrorPage(status: 500, problem: "x", remedy: "y").html(in: Sample.frame(realm: realm)),
                try SignInPage().html(in: Sample.frame(realm: realm, signedIn: false)),
            ]
            for html in pages {
                #expect(html.contains("<strong>SIMULATED</strong>") == (realm == .simulated))
                #expect(html.contains("<strong>TRAINING</strong>") == (realm == .training))
            }
        }
    }
}
