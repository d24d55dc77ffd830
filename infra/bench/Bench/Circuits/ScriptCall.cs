using System.Text.Json;

namespace AutoPortal.Bench.Circuits;

/// <summary>A call from the server into the browser's script.</summary>
/// <param name="Handle">To answer by; 0 wants no answer.</param>
/// <param name="Name">The function.</param>
/// <param name="Arguments">Its arguments as JSON.</param>
/// <param name="ResultKind">1 is an object that stays in the browser.</param>
internal sealed record ScriptCall(long Handle, string Name, string Arguments, long ResultKind)
{
    public static ScriptCall Of(object?[] arguments)
    {
        if (arguments is not [string json])
        {
            return new((long)arguments[0]!, (string)arguments[1]!, (string?)arguments[2] ?? "[]", arguments.Length > 3 ? (long)arguments[3]! : 0);
        }

        using var call = JsonDocument.Parse(json);
        var root = call.RootElement;
        return new(
            root.GetProperty("asyncHandle").GetInt64(),
            root.GetProperty("identifier").GetString() ?? "",
            root.TryGetProperty("argsJson", out var given) ? given.GetString() ?? "[]" : "[]",
            root.TryGetProperty("resultType", out var kind) ? kind.GetInt64() : 0);
    }

    public string Result() => ResultKind == 1 ? "{\"__jsObjectId\":1}" : "null";

    public string FirstText()
    {
        using var given = JsonDocument.Parse(Arguments);
        return given.RootElement[0].GetString() ?? "";
    }

    /// <summary>The number under which the server takes calls back.</summary>
    public long DotNetObject()
    {
        using var given = JsonDocument.Parse(Arguments);
        return given.RootElement.EnumerateArray()
            .Where(a => a.ValueKind == JsonValueKind.Object && a.TryGetProperty("__dotNetObject", out _))
            .Select(a => a.GetProperty("__dotNetObject").GetInt64())
            .First();
    }
}
