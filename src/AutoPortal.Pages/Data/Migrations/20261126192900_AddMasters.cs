using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace AutoPortal.Pages.Data.Migrations
{
    /// <inheritdoc />
    public partial class AddMasters : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<Guid>(
                name: "dealer_id",
                schema: "pages",
                table: "pages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "is_master",
                schema: "pages",
                table: "pages",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<Guid>(
                name: "master_id",
                schema: "pages",
                table: "pages",
                type: "uuid",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "master_version",
                schema: "pages",
                table: "pages",
                type: "integer",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "page_conflicts",
                schema: "pages",
                columns: table => new
                {
                    tenant_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    page_id = table.Column<Guid>(type: "uuid", nullable: false),
                    master_version = table.Column<int>(type: "integer", nullable: false),
                    kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    block_id = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    field = table.Column<string>(type: "character varying(100)", maxLength: 100, nullable: true),
                    hqs = table.Column<string>(type: "jsonb", nullable: true),
                    dealers = table.Column<string>(type: "jsonb", nullable: true),
                    at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    settled_at = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    settled_by = table.Column<Guid>(type: "uuid", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_page_conflicts", x => new { x.tenant_id, x.id });
                    table.ForeignKey(
                        name: "fk_page_conflicts_pages_tenant_id_page_id",
                        columns: x => new { x.tenant_id, x.page_id },
                        principalSchema: "pages",
                        principalTable: "pages",
                        principalColumns: new[] { "tenant_id", "id" },
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "ix_pages_tenant_id_master_id_dealer_id",
                schema: "pages",
                table: "pages",
                columns: new[] { "tenant_id", "master_id", "dealer_id" },
                unique: true,
                filter: "master_id is not null");

            migrationBuilder.CreateIndex(
                name: "ix_page_conflicts_tenant_id_page_id_id",
                schema: "pages",
                table: "page_conflicts",
                columns: new[] { "tenant_id", "page_id", "id" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "page_conflicts",
                schema: "pages");

            migrationBuilder.DropIndex(
                name: "ix_pages_tenant_id_master_id_dealer_id",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "dealer_id",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "is_master",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "master_id",
                schema: "pages",
                table: "pages");

            migrationBuilder.DropColumn(
                name: "master_version",
                schema: "pages",
                table: "pages");
        }
    }
}
