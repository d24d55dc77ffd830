using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using AutoPortal.Kernel.Messaging;
using AutoPortal.Web.Hosting;

namespace AutoPortal.Architecture.Tests;

/// <summary>What others read is not renamed: each event type has an approved sample, and still reads and writes it.</summary>
public sealed class EventSampleTests
{
    private static string Folder => Path.Combine(Repository.Root, "tests", "AutoPortal.Architecture.Tests", "Events");

    public static TheoryData<string> EventNames => [.. Types.Select(t => EventTypes.NameOf(t))];

    private static IEnumerable<Type> Types => PortalModules.All
        .Select(m => m.GetType().Assembly.GetName().Name + ".Contracts")
        .Where(name => Repository.References.ContainsKey(name))
        .SelectMany(name => Assembly.Load(name).GetTypes())
        .Where(t => t.IsSubclassOf(typeof(IntegrationEvent)) && !t.IsAbstract);

    [Theory, MemberData(nameof(EventNames))]
    public void An_event_reads_and_writes_its_approved_sample(string name)
    {
        var type = Types.Single(t => EventTypes.NameOf(t) == name);
        var file = Path.Combine(Folder, name + ".json");
        if (!File.Exists(file))
        {
            File.WriteAllText(file + ".received", EventTypes.Serialize((IntegrationEvent)Sample(type)!) + "\n");
            Assert.Fail($"{name} has no approved sample. One was written beside it as .received: read it, then rename it to {name}.json.");
        }

        var sample = File.ReadAllText(file);
        var read = (IntegrationEvent)typeof(EventTypes).GetMethod(nameof(EventTypes.Deserialize))!.MakeGenericMethod(type).Invoke(null, [sample])!;

        JsonNode.DeepEquals(JsonNode.Parse(EventTypes.Serialize(read)), JsonNode.Parse(sample)).ShouldBeTrue();
        read.AggregateKey.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public void No_sample_is_left_of_an_event_that_is_gone()
        => Directory.EnumerateFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)
            .ShouldBe(Types.Select(EventTypes.NameOf).Order(StringComparer.Ordinal));

    private static object? Sample(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Sample(inner);
        }

        return type switch
        {
            _ when type == typeof(string) => "text",
            _ when type == typeof(Guid) => new Guid("0199aa00-0000-7000-8000-000000000001"),
            _ when type == typeof(DateTimeOffset) => new DateTimeOffset(2026, 10, 1, 8, 30, 0, TimeSpan.Zero),
            _ when type == typeof(DateOnly) => new DateOnly(2026, 10, 1),
            _ when type == typeof(bool) => true,
            _ when type == typeof(int) => 7,
            _ when type == typeof(long) => 70L,
            _ when type == typeof(double) => 0.5,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(0),
            _ when type.IsArray => Fill(Array.CreateInstance(type.GetElementType()!, 1), Sample(type.GetElementType()!)),
            _ when type.IsGenericType && type.GetGenericArguments() is [var item] && type.IsAssignableFrom(item.MakeArrayType()) => Fill(Array.CreateInstance(item, 1), Sample(item)),
            _ => type.GetConstructors().MaxBy(c => c.GetParameters().Length) is { } make
                ? make.Invoke([.. make.GetParameters().Select(p => Sample(p.ParameterType))])
                : throw new NotSupportedException(type.Name),
        };
    }

    private static Array Fill(Array array, object? value)
    {
        array.SetValue(value, 0);
        return array;
    }
}
