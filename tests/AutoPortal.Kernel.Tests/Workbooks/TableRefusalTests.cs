using System.IO.Compression;
using System.Resources;
using System.Text;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Tests.Workbooks;

public sealed class TableRefusalTests
{
    private static readonly byte[] Ole = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];
    private static readonly string Good = MakeBook.Row(1, "a", "b") + MakeBook.Row(2, "1", "2");

    public static TheoryData<TableFaultKind, byte[]> Files => new()
    {
        { TableFaultKind.Empty, [] },
        { TableFaultKind.Empty, "\r\n\r\n"u8.ToArray() },
        { TableFaultKind.Empty, MakeBook.OneSheet("").ToArray() },
        { TableFaultKind.Empty, MakeBook.OneSheet("<row r=\"1\"/><row r=\"5\"><c r=\"A5\"/></row>").ToArray() },
        { TableFaultKind.OldExcel, [.. Ole, .. new byte[600], .. Encoding.Unicode.GetBytes("Workbook"), .. new byte[100]] },
        { TableFaultKind.PasswordProtected, [.. Ole, .. new byte[70_000], .. Encoding.Unicode.GetBytes("EncryptedPackage"), .. new byte[100]] },
        { TableFaultKind.NotATable, [.. Ole, .. new byte[600]] },
        { TableFaultKind.NotATable, [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13] },
        { TableFaultKind.NotATable, "<html><table><tr><td>1</td></tr></table></html>"u8.ToArray() },
        { TableFaultKind.NotATable, "%PDF-1.7"u8.ToArray() },
        { TableFaultKind.NotATable, MakeBook.Archive(("word/document.xml", "<document/>")).ToArray() },
        { TableFaultKind.NotATable, MakeBook.Archive(("xl/workbook.xml", "<document/>")).ToArray() },
        { TableFaultKind.Macros, MakeBook.OneSheet(Good, more: ("xl/vbaProject.bin", "x")).ToArray() },
        { TableFaultKind.Damaged, "PK\u0003\u0004 and nothing more"u8.ToArray() },
        { TableFaultKind.Damaged, MakeBook.OneSheet(Good).ToArray()[..^200] },
        { TableFaultKind.Damaged, MakeBook.OneSheet(Good + "<row r=\"3\"><c r=\"A3\" t=\"s\"><v>9</v></c></row>").ToArray() },
        { TableFaultKind.Damaged, MakeBook.OneSheet(Good + MakeBook.Row(2, "again")).ToArray() },
        { TableFaultKind.Damaged, MakeBook.OneSheet(Good + MakeBook.Row(3, "&bomb;")).ToArray() },
        { TableFaultKind.Damaged, MakeBook.OneSheet(Good + "<row r=\"3\"><c r=\"A3\"><v>1</v>").ToArray() },
        { TableFaultKind.NoSuchSheet, MakeBook.Archive(("xl/workbook.xml", "<workbook><sheets/></workbook>")).ToArray() },
        { TableFaultKind.UnknownEncoding, [.. "a,b\n"u8, 0x81, 0xFF, 0xFF, (byte)'\n'] },
        { TableFaultKind.UnclosedQuote, "a,b\n1,\"2\n3,4\n"u8.ToArray() },
        { TableFaultKind.TooManyColumns, MakeBook.OneSheet(Good + "<row r=\"3\"><c r=\"XFE3\"><v>1</v></c></row>").ToArray() },
        { TableFaultKind.TooManyColumns, MakeBook.OneSheet(Good + $"<row r=\"3\">{string.Concat(Enumerable.Repeat("<c><v>1</v></c>", 16_385))}</row>").ToArray() },
        { TableFaultKind.TooManyColumns, Encoding.ASCII.GetBytes("a,b\n" + new string(',', 16_385)) },
        { TableFaultKind.TooManyRows, MakeBook.OneSheet(Good + MakeBook.Row(1_048_577, "x")).ToArray() },
        { TableFaultKind.CellTooLong, MakeBook.OneSheet(Good + MakeBook.Row(3, "x", new string('x', 32_768))).ToArray() },
        { TableFaultKind.CellTooLong, MakeBook.OneSheet(Good + MakeBook.Row(3, "x", new string('x', 3_000_000))).ToArray() },
        { TableFaultKind.CellTooLong, Encoding.ASCII.GetBytes("a,b\n1,2\n3," + new string('x', 32_768)) },
    };

    [Theory, MemberData(nameof(Files))]
    public async Task A_file_that_cannot_be_read_is_refused_by_what_it_is(TableFaultKind kind, byte[] file)
        => (await ReadTable.RefusalAsync(new MemoryStream(file))).Kind.ShouldBe(kind);

    [Fact]
    public async Task The_place_of_a_text_that_is_too_long_is_named()
    {
        var book = await ReadTable.RefusalAsync(MakeBook.OneSheet(Good + MakeBook.Row(3, "x", new string('x', 32_768))));
        var huge = await ReadTable.RefusalAsync(MakeBook.OneSheet(Good + MakeBook.Row(3, "x", new string('x', 3_000_000))));
        var text = await ReadTable.RefusalAsync(new MemoryStream(Encoding.ASCII.GetBytes("a,b\n1,2\n3," + new string('x', 32_768))));

        book.Details.ShouldBe([32_767, 3, "B"]);
        huge.Details.ShouldBe([32_767, 3, "B"]);
        text.Details.ShouldBe([32_767, 3, "B"]);
    }

    [Theory]
    [InlineData("xl/worksheets/sheet1.xml")]
    [InlineData("xl/workbook.xml")]
    [InlineData("xl/sharedStrings.xml")]
    [InlineData("xl/styles.xml")]
    public async Task A_document_type_is_refused_in_every_part_before_its_entities_mean_anything(string part)
    {
        const string Bomb = "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>";
        var file = MakeBook.OneSheet(Good);
        using (var zip = new ZipArchive(file, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry(part)?.Delete();
            using var stream = zip.CreateEntry(part).Open();
            stream.Write(Encoding.ASCII.GetBytes(Bomb));
        }

        (await ReadTable.RefusalAsync(file)).Kind.ShouldBe(TableFaultKind.ForbiddenMarkup);
    }

    [Fact]
    public async Task A_zip_bomb_is_refused_by_its_claim_and_while_it_goes_off()
    {
        var file = MakeBook.OneSheet(Good + new string(' ', 40_000_000));
        var liar = file.ToArray();
        var directory = liar.AsSpan().LastIndexOf("PK\u0001\u0002"u8);
        for (var at = 0; at <= directory; at += 1 + Math.Max(0, liar.AsSpan(at + 1, directory - at).IndexOf("PK\u0001\u0002"u8)))
        {
            if (liar.AsSpan(at).StartsWith("PK\u0001\u0002"u8))
            {
                BitConverter.TryWriteBytes(liar.AsSpan(at + 24), 100);
            }

            if (at == directory)
            {
                break;
            }
        }

        (await ReadTable.RefusalAsync(file)).Kind.ShouldBe(TableFaultKind.UnpacksTooLarge);
        (await ReadTable.RefusalAsync(new MemoryStream(liar))).Kind.ShouldBeOneOf(TableFaultKind.UnpacksTooLarge, TableFaultKind.Damaged);
    }

    [Fact]
    public async Task An_archive_of_very_many_parts_is_refused_before_they_are_listed()
    {
        var file = MakeBook.Archive([.. Enumerable.Range(0, 2_100).Select(n => ($"p{n}", ""))]);

        (await ReadTable.RefusalAsync(file)).Kind.ShouldBe(TableFaultKind.UnpacksTooLarge);
    }

    [Fact]
    public async Task A_file_of_a_gigabyte_is_refused_by_its_size_alone()
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        await using var file = new FileStream(path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.ReadWrite, 1, FileOptions.DeleteOnClose);
        file.SetLength(1L << 30);

        var fault = (await Should.ThrowAsync<TableFaultException>(() => TableFile.OpenAsync(path, TableLimits.Default, null, default))).Fault;

        fault.Kind.ShouldBe(TableFaultKind.FileTooLarge);
        fault.Details.ShouldBe([128L]);
    }

    [Fact]
    public async Task Limits_that_a_caller_sets_hold()
    {
        var rows = new TableLimits { MaxRows = 1 };
        var shared = new TableLimits { MaxSharedTextBytes = 1_000 };
        var merges = new TableLimits { MaxMerges = 1 };
        const string Merged = "<mergeCells><mergeCell ref=\"A1:A2\"/><mergeCell ref=\"B1:B2\"/></mergeCells>";

        (await ReadTable.RefusalAsync(MakeBook.OneSheet(Good + MakeBook.Row(3, "x")), rows)).Kind.ShouldBe(TableFaultKind.TooManyRows);
        (await ReadTable.RefusalAsync(MakeBook.OneSheet(Good, shared: "<si><t>x</t></si>"), shared)).Kind.ShouldBe(TableFaultKind.UnpacksTooLarge);
        (await ReadTable.RefusalAsync(MakeBook.OneSheet(Good, after: Merged), merges)).Kind.ShouldBe(TableFaultKind.TooManyMerges);
    }

    [Fact]
    public async Task A_sheet_or_header_row_that_is_not_there_is_named()
    {
        var sheet = await ReadTable.RefusalAsync(MakeBook.OneSheet(Good), choice: new TableChoice("客户"));
        var header = await ReadTable.RefusalAsync(MakeBook.OneSheet(Good), choice: new TableChoice(HeaderRow: 9));

        sheet.Kind.ShouldBe(TableFaultKind.NoSuchSheet);
        sheet.Details.ShouldBe(["客户"]);
        header.Kind.ShouldBe(TableFaultKind.NoHeader);
        header.Details.ShouldBe([9]);
    }

    [Fact]
    public async Task Whatever_byte_is_broken_the_answer_is_a_table_or_our_own_fault()
    {
        var file = MakeBook.OneSheet(Good, shared: "<si><t>x</t></si>", styles: MakeBook.Styles("yyyy")).ToArray();
        for (var at = 0; at < file.Length; at++)
        {
            foreach (var broken in new[] { (byte)(file[at] ^ 0xFF), (byte)(file[at] ^ 1), (byte)0xFF })
            {
                var copy = (byte[])file.Clone();
                copy[at] = broken;
                try
                {
                    await ReadTable.AllAsync(new MemoryStream(copy));
                }
                catch (TableFaultException)
                {
                    // One of the two answers that are allowed.
                }
            }
        }
    }

    [Fact]
    public void Every_fault_has_its_words()
    {
        var texts = new ResourceManager("AutoPortal.Kernel.Workbooks.TableTexts", typeof(TableTexts).Assembly);

        Enum.GetValues<TableFaultKind>().Select(kind => new TableFault(kind).Code).Where(code => texts.GetString(code) is null).ShouldBeEmpty();
    }
}
