using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Leads.Data.Migrations
{
    /// <inheritdoc />
    public partial class KeepImports : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "import_batches",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    is_preview = table.Column<bool>(type: "boolean", nullable: false),
                    last_row = table.Column<int>(type: "integer", nullable: false),
                    tally = table.Column<string>(type: "jsonb", nullable: false),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_batches", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_changes",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    root_id = table.Column<Guid>(type: "uuid", nullable: false),
                    table_name = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    row_id = table.Column<Guid>(type: "uuid", nullable: false),
                    before = table.Column<string>(type: "jsonb", nullable: true),
                    after_hash = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_changes", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateTable(
                name: "import_records",
                schema: "leads",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    run_id = table.Column<Guid>(type: "uuid", nullable: false),
                    kind = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: false),
                    is_preview = table.Column<bool>(type: "boolean", nullable: false),
                    row_number = table.Column<int>(type: "integer", nullable: false),
                    row_key = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    outcome = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: false),
                    result = table.Column<string>(type: "character varying(60)", maxLength: 60, nullable: false),
                    facet = table.Column<string>(type: "character varying(30)", maxLength: 30, nullable: true),
                    root_id = table.Column<Guid>(type: "uuid", nullable: true),
                    issues = table.Column<string>(type: "jsonb", nullable: true),
                    differences = table.Column<string>(type: "jsonb", nullable: true),
                    undone_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    undo_left = table.Column<string>(type: "character varying(20)", maxLength: 20, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_import_records", x => new { x.tenant_id, x.id });
                });

            migrationBuilder.CreateIndex(
                name: "ix_import_batches_tenant_id_run_id_is_preview_last_row",
                schema: "leads",
                table: "import_batches",
                columns: new[] { "tenant_id", "run_id", "is_preview", "last_row" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "ix_import_changes_tenant_id_run_id_root_id",
                schema: "leads",
                table: "import_changes",
                columns: new[] { "tenant_id", "run_id", "root_id" });

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_kind_row_key",
                schema: "leads",
                table: "import_records",
                columns: new[] { "tenant_id", "kind", "row_key" },
                unique: true,
                filter: "row_key is not null");

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_run_id_is_preview_row_number",
                schema: "leads",
                table: "import_records",
                columns: new[] { "tenant_id", "run_id", "is_preview", "row_number" });

            migrationBuilder.CreateIndex(
                name: "ix_import_records_tenant_id_run_id_root_id",
                schema: "leads",
                table: "import_records",
                columns: new[] { "tenant_id", "run_id", "root_id" },
                filter: "root_id is not null");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "import_batches",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "import_changes",
                schema: "leads");

            migrationBuilder.DropTable(
                name: "import_records",
                schema: "leads");
        }
    }
}
