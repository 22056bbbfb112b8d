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
        #expect(Set(shelf.studies).isSuperset(of: ["cartitude-1", "eliana", "zuma-1"]))
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

    @Test(
        "Typical days from collection to infusion are near the published median",
        arguments: ["zuma-1", "eliana", "cartitude-1"])
    func veinToVein(id: String) throws {
        let study = try shelf.study(id)
        let process = try shelf.product(study.product).process
        let steps = [
            process.inboundDays, process.slotWaitDays, process.cultureDays, process.releaseDays,
            process.outboundDays, study.logistics.arrivalToLymphodepletion,
        ]
        let firstDose = try #require(study.lymphodepletion.map(\.day).min())
        let total = steps.map(\.value).reduce(0, +) - firstDose
        let published = try #require(study.published.first { $0.endpoint == "vein_to_vein_days_median" })
        #expect(abs(total - published.value) <= 2)
    }

    @Test("Figures on another scale or from memory say so")
    func flags() throws {
        let eliana = try shelf.study("eliana")
        let severe = try #require(eliana.published.first { $0.endpoint == "crs_grade_3_or_higher" })
        #expect(severe.scale == "Penn")
        #expect(try #require(severe.note).contains("not comparable"))
        for id in shelf.studies {
            for result in try shelf.study(id).published where result.source.contains("unverified") {
                #expect(result.verification == .unverified, "\(id) \(result.endpoint)")
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
        for id in ["eliana", "cartitude-1"] {
            let names = try shelf.study(id).published.map(\.endpoint)
            #expect(!names.contains("car_t_cmax_median") && !names.contains("car_t_auc_0_28_median"))
            #expect(names.contains("car_t_tmax_days_median"))
        }
    }
}
