using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json.Serialization;
using AutoPortal.Pages.Contracts;

namespace AutoPortal.Pages.Builder.Inspector;

/// <summary>The settings of a record in the order in which it declares them; found once by reflection.</summary>
internal sealed class FieldsOfKinds
{
    private readonly ConcurrentDictionary<Type, IReadOnlyList<FieldFacts>> _known = new();

    public IReadOnlyList<FieldFacts> Of(Type record) => _known.GetOrAdd(record, static type =>
    [
        .. type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .Where(p => p.SetMethod is not null && p.GetIndexParameters().Length == 0 && p.DeclaringType != typeof(Block) && !p.IsDefined(typeof(JsonIgnoreAttribute)))
            .Select(p => new FieldFacts(p)),
    ]);
}
