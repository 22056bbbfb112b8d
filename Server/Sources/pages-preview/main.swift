import Care
import Catalogue
import Dynamics
import Foundation
import Pages
import Report
import Therapy

// Writes every page for a virtual patient in CRS into a folder, to be looked at in a browser. Not shipped.

let arguments = CommandLine.arguments
guard arguments.count > 1 else {
    FileHandle.standardError.write(Data("pages-preview FOLDER [DATA]: writes all pages into FOLDER\n".utf8))
    exit(2)
}
let shelf = try Shelf.find(
    explicit: arguments.count > 2 ? arguments[2] : nil, executable: nil,
    current: FileManager.default.currentDirectoryPath)
let album = try Album(folder: arguments[1], shelf: shelf)
try album.writeAll()
