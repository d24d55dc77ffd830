using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Customers.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddPageEvents : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "event_schemas",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    version = table.Column<short>(type: "smallint", nullable: false),
                    fields = table.Column<string>(type: "text", nullable: false),
                    declared_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_event_schemas", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "page_counters",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_version = table.Column<int>(type: "integer", nullable: false),
                    block = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    count = table.Column<long>(type: "bigint", nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_counters", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "page_events",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_version = table.Column<int>(type: "integer", nullable: false),
                    block = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    schema_version = table.Column<short>(type: "smallint", nullable: false),
                    subject = table.Column<string>(type: "character varying(80)", maxLength: 80, nullable: false),
                    amount = table.Column<long>(type: "bigint", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: true),
                    session_id = table.Column<Guid>(type: "uuid", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    properties = table.Column<string>(type: "jsonb", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_events", x => new { x.tenant_id, x.id });
                },
                comment: "partitioned by day");

            migrationBuilder.CreateTable(
                name: "page_visits",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    day = table.Column<DateOnly>(type: "date", nullable: false),
                    views = table.Column<int>(type: "integer", nullable: false),
                    first_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    last_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_visits", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "quarantined_events",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    reason = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    detail = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    name = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    schema_version = table.Column<short>(type: "smallint", nullable: false),
                    payload = table.Column<string>(type: "text", nullable: false),
                    received_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_quarantined_events", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "visitor_links",
                schema: "customers",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    visitor_id = table.Column<Guid>(type: "uuid", nullable: false),
                    customer_id = table.Column<Guid>(type: "uuid", nullable: false),
                    proof_id = table.Column<Guid>(type: "uuid", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_visitor_links", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_event_schemas_tenant_id_name_version",
                schema: "customers",
                table: "event_schemas",
                columns: new[] { "tenant_id", "name", "version" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_page_counters_tenant_id_page_id_day",
                schema: "customers",
                table: "page_counters",
                columns: new[] { "tenant_id", "page_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_page_visits_tenant_id_page_id_day",
                schema: "customers",
                table: "page_visits",
                columns: new[] { "tenant_id", "page_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_page_visits_tenant_id_visitor_id_day",
                schema: "customers",
                table: "page_visits",
                columns: new[] { "tenant_id", "visitor_id", "day" });

            migrationBuilder.CreateIndex(
                name: "ix_quarantined_events_tenant_id_name_schema_version_id",
                schema: "customers",
                table: "quarantined_events",
                columns: new[] { "tenant_id", "name", "schema_version", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_visitor_links_tenant_id_customer_id",
                schema: "customers",
                table: "visitor_links",
                columns: new[] { "tenant_id", "customer_id" });

            migrationBuilder.CreateIndex(
                name: "ix_visitor_links_tenant_id_visitor_id",
                schema: "customers",
                table: "visitor_links",
                columns: new[] { "tenant_id", "visitor_id" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "event_schemas",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "page_counters",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "page_events",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "page_visits",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "quarantined_events",
                schema: "customers");

            migrationBuilder.DropTable(
                name: "visitor_links",
                schema: "customers");
        }
    }
}
