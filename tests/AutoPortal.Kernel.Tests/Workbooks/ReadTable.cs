using System.Text;
using AutoPortal.Kernel.Workbooks;

namespace AutoPortal.Kernel.Tests.Workbooks;

/// <summary>Reads a table to its end.</summary>
internal static class ReadTable
{
    public static async Task<(TableReader Reader, List<TableRow> Rows)> AllAsync(Stream file, TableChoice? choice = null, TableLimits? limits = null)
    {
        await using var reader = await TableFile.OpenAsync(file, limits ?? TableLimits.Default, choice, default);
        var rows = new List<TableRow>();
        await foreach (var row in reader.RowsAsync(default))
        {
            rows.Add(row);
        }

        return (reader, rows);
    }

    public static Task<(TableReader Reader, List<TableRow> Rows)> TextAsync(string text, Encoding? encoding = null)
        => AllAsync(new MemoryStream((encoding ?? new UTF8Encoding(false)).GetBytes(text)));

    public static async Task<TableFault> RefusalAsync(Stream file, TableLimits? limits = null, TableChoice? choice = null)
        => (await Should.ThrowAsync<TableFaultException>(() => AllAsync(file, choice, limits))).Fault;

    public static string[] Texts(this TableRow row) => [.. Enumerable.Range(0, row.Width).Select(c => row[c].Text)];
}
