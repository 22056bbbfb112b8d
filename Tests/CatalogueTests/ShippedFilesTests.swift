import Care
import Catalogue
import Foundation
import Testing
import Therapy

/// The repository's own data.
let shipped = try? Shelf.find(current: URL(fileURLWithPath: #filePath).deletingLastPathComponent().path)

@Suite("Shipped evidence")
struct ShippedFilesTests {
    let shelf: Shelf

    init() throws { shelf = try #require(shipped) }

    @Test("Every study reads, passes its checks and names a product that reads")
    func studies() throws {
        #expect(
            Set(shelf.studies).isSuperset(of: [
                "cartitude-1", "cartitude-4", "eliana", "felix", "felix-label", "karmma", "karmma-3", "zuma-1",
                "zuma-3",
            ]))
        for id in shelf.studies {
            let study = try shelf.study(id)
            #expect(study.id == id)
            #expect(try shelf.product(study.product).definition.id == study.product)
            #expect(study.management.id == "as-published")
        }
    }

    @Test("Every product reads and prices every resource")
    func products() throws {
        #expect(shelf.products.count >= 3)
        for id in shelf.products {
            let product = try shelf.product(id)
            #expect(Set(product.prices.map(\.resource)) == Set(Price.Resource.allCases))
        }
    }

    @Test("Every policy reads; the one without treatment gives nothing")
    func policies() throws {
        let expected: Set = ["asco-2021", "early-steroids", "no-intervention", "tocilizumab-prophylaxis"]
        #expect(Set(shelf.policies).isSuperset(of: expected))
        for id in shelf.policies { #expect(try shelf.policy(id).id == id) }
        let none = try shelf.policy("no-intervention")
        #expect(none.tocilizumabFromCRS == nil && none.steroidFromCRS == nil && none.steroidFromICANS == nil)
        #expect(none.prophylacticTocilizumabDay == nil && none.persistentFeverDays == nil)
        #expect(none.filgrastimBelow == nil && none.immunoglobulinBelow == nil)
    }

    @Test("Typical days from collection to infusion are near the published median", arguments: shipped?.studies ?? [])
    func veinToVein(id: String) throws {
        let study = try shelf.study(id)
        // FELIX reports the days to release only.
        guard let published = study.published.first(where: { $0.endpoint == "vein_to_vein_days_median" }) else {
            return
        }
        let process = try shelf.product(study.product).process
        let steps = [
            process.inboundDays, process.slotWaitDays, process.cultureDays, process.releaseDays,
            process.outboundDays, study.logistics.arrivalToLymphodepletion,
        ]
        let firstDose = try #require(study.lymphodepletion.map(\.day).min())
        let total = steps.map(\.value).reduce(0, +) - firstDose
        #expect(abs(total - published.value) <= 2)
    }

    @Test("Figures on another scale or from memory say so")
    func flags() throws {
        let eliana = try shelf.study("eliana")
        let severe = try #require(eliana.published.first { $0.endpoint == "crs_grade_3_or_higher_penn" })
        #expect(severe.scale == "Penn")
        #expect(try #require(severe.note).contains("not comparable"))
        for id in shelf.studies {
            for result in try shelf.study(id).published {
                if result.source.contains("unverified") {
                    #expect(result.verification == .unverified, "\(id) \(result.endpoint)")
                }
                // A Penn grade stands under its own name and under no other.
                if result.endpoint.hasPrefix("crs_grade_3_or_higher") {
                    #expect((result.scale == "Penn") == result.endpoint.hasSuffix("_penn"), "\(id) \(result.endpoint)")
                }
            }
        }
    }

    @Test("Assumed numbers give their grounds in the source")
    func grounds() throws {
        for id in shelf.products {
            for price in try shelf.product(id).prices where price.origin == .assumed {
                #expect(price.source.hasPrefix("assumed: "))
            }
        }
    }

    @Test("Units of CAR-T kinetics are never mixed: copies by qPCR stay out of cells per microlitre")
    func kinetics() throws {
        for id in shelf.studies {
            let names = Set(try shelf.study(id).published.map(\.endpoint))
            let cells = names.intersection(["car_t_cmax_median", "car_t_auc_0_28_median"])
            let copies = names.intersection(["car_t_cmax_copies_median", "car_t_auc_0_28_copies_median"])
            #expect(cells.isEmpty || copies.isEmpty, "\(id)")
        }
        for id in ["cartitude-1", "eliana", "felix-label", "karmma"] {
            let published = try shelf.study(id).published
            let cmax = try #require(published.first { $0.endpoint == "car_t_cmax_copies_median" })
            #expect(cmax.geometricCV != nil, "\(id): a geometric mean needs its spread")
        }
    }
}
